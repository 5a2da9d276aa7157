/** What a cell or a field says, or why it says nothing usable. A reason never repeats the value: it may be personal. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; reason: string };

export const taken = <Value>(value: Value): Reading<Value> => ({ ok: true, value });
export const refused = (reason: string): Reading<never> => ({ ok: false, reason });
