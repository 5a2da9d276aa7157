// Loaded into each program by `--import`: when the supervisor dies, however it dies, so does the program.
const GRACE_MS = 8_000;

// a program's own children inherit the flag but have another parent
if (process.channel && process.ppid === Number(process.env.SUPERVISOR_PID)) {
  process.on("disconnect", () => {
    // what we print now reaches nobody, and must not be the end of us before the work in hand is finished
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    // as if we had been asked, and with us whom we started: the supervisor gave us a process group of our own
    process.kill(-process.pid, "SIGTERM");
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), GRACE_MS).unref();
  });
  process.channel.unref(); // watching must not keep a program alive that has nothing left to do
}
