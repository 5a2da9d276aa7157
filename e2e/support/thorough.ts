/** Asked for by `npm run controls`: everything, however long it takes. */
export const isThorough = process.env.E2E_THOROUGH === "1";
