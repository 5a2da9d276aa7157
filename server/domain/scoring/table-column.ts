/** A column of numbers; NaN is missing. */
export type NumberColumn = { kind: "number"; name: string; values: Float64Array };

/** A column of words: each row has the position of its level, or -1 where it is missing. */
export type WordColumn = { kind: "word"; name: string; levels: readonly string[]; codes: Int32Array };

/** A column of a table, ready for a model. Rows are found by their position. */
export type TableColumn = NumberColumn | WordColumn;
