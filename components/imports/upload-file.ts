/** How far an upload has come: a share of 0 to 1. */
type OnProgress = (share: number) => void;

/** The upload did not get through; the message is for the person who tried. */
export class UploadProblem extends Error {}

/** Sends a file's bytes and answers the name under which it can be imported. Throws UploadProblem, AbortError when aborted. */
export function uploadFile(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<string> {
  // fetch can't tell how much of a body has left
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open("POST", "/api/imports");
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "text/csv");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new UploadProblem("The connection broke. Choose the file again."));
    request.onabort = () => reject(new DOMException("the upload was stopped", "AbortError"));
    request.onload = () => {
      const name = uploadIn(request.response);
      if (request.status < 300 && name !== null) resolve(name);
      else reject(new UploadProblem(problemOf(request.status, request.response)));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

const fieldOf = (answer: unknown, field: string): string | null => {
  if (typeof answer !== "object" || answer === null || !(field in answer)) return null;
  const value: unknown = Reflect.get(answer, field);
  return typeof value === "string" ? value : null;
};

const uploadIn = (answer: unknown) => fieldOf(answer, "upload");

function problemOf(status: number, answer: unknown): string {
  if (status === 401) return "You are not signed in any more. Sign in and choose the file again.";
  if (status === 403) return "Your role may not import files.";
  const said = fieldOf(answer, "error") ?? fieldOf(answer, "message");
  if (status === 413) return said ?? "The file is too large. Split it and import the parts one by one.";
  return said ?? "The file could not be stored. Nothing was changed; choose it again.";
}
