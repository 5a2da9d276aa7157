// Loaded into each program by `--import`: when the process that started it dies, however it dies, so does the program.
const GRACE_MS = 8_000;

if (process.channel) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM"); // as if we had been asked: what is in hand is finished
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  process.channel.unref();
}
