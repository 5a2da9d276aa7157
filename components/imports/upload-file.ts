import { refusalText } from "@/components/refusal-words";

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

/** A field of an answer that nobody has checked yet. */
const fieldOf = (answer: unknown, field: string): unknown =>
  typeof answer === "object" && answer !== null ? Reflect.get(answer, field) : null;

function uploadIn(answer: unknown): string | null {
  const upload = fieldOf(answer, "upload");
  return typeof upload === "string" ? upload : null;
}

function problemOf(status: number, answer: unknown): string {
  if (status === 401) return "You are not signed in any more. Sign in and choose the file again.";
  const message = fieldOf(fieldOf(answer, "error"), "message");
  if (typeof message === "string") return refusalText({ message, data: { httpStatus: status } });
  if (status === 413) return "The file is too large. Compress it with gzip, or import it in parts.";
  return "The file could not be stored. Nothing was changed; choose it again.";
}
