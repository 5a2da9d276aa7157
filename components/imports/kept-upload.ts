/** Under this name and the number of a dry run lies the upload that it read, as long as the window is open. */
const KEY = "import-upload-";

/** Keeps which file a dry run read, so that it can be imported for good without another upload. */
export const rememberUpload = (importId: number, upload: string): void =>
  window.sessionStorage.setItem(KEY + importId, upload);

/** The file that a dry run read; null where another window uploaded it. */
export const rememberedUpload = (importId: number): string | null =>
  window.sessionStorage.getItem(KEY + importId);
