import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { ended } from "../processes.mjs";

/** Ends the server and removes its folder once its input closes, which the kernel does however its parent dies. */
const WATCH = `cat >/dev/null
if [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ]; then kill -QUIT "$1"; fi
for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.5; done
rm -rf "$2" "$3"`;

/**
 * A throw-away cluster must not outlive us, even if we are killed: a small shell waits for that.
 * Answers a function that ends the server and removes `dataDir` and `home` at once.
 */
export function removeWhenWeAreGone({ pid, dataDir, home }) {
  const watcher = spawn("/bin/sh", ["-c", WATCH, "sh", String(pid), dataDir, home], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  watcher.unref();
  watcher.stdin.unref?.();
  return async () => {
    const gone = new Promise((resolve) => watcher.once("exit", resolve));
    watcher.ref();
    watcher.stdin.end();
    await gone;
    await ended(pid);
    rmSync(home, { recursive: true, force: true });
  };
}
