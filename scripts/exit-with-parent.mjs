// Loaded into each program by `--import`: when the process that started it dies, however it dies, so does the program.
const GRACE_MS = 8_000;

const supervisor = Number(process.env.SUPERVISOR_PID);

// a program's own children inherit the variable but have another parent
if (process.channel && process.ppid === supervisor) {
  process.on("disconnect", () => {
    // what we print now reaches nobody, and must not be the end of us before the work in hand is finished
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    signalOurselves("SIGTERM"); // as if we had been asked
    setTimeout(() => signalOurselves("SIGKILL"), GRACE_MS).unref();
  });
  process.channel.unref(); // watching must not keep a program alive that has nothing left to do
}

// it died before we came so far: nobody waits for us, and the next supervisor wants our port
if (process.channel && supervisor > 0 && process.ppid !== supervisor && !isAlive(supervisor)) process.exit(1);

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** With us go those whom we started, where we have a process group of our own. */
function signalOurselves(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}
