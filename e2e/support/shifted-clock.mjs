// Loaded before everything else of a program whose clock is that of another day: it goes as fast as the real one.
const SHIFT_MS = Number(process.env.E2E_CLOCK_SHIFT_MS);
const RealDate = Date;
const now = () => RealDate.now() + SHIFT_MS;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, asked) => (name === "now" ? now : Reflect.get(target, name, asked)),
});
