import { mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";

const MEGABYTE = 1024 * 1024;

/** Megabytes that an ordinary account may still write where `folder` lies. */
export function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / MEGABYTE);
}

/** Refuses to begin work that would stop half-way for want of room. */
export function needSpace(folder, megabytes, what) {
  mkdirSync(folder, { recursive: true });
  const free = freeMegabytes(folder);
  if (free >= megabytes) return;
  throw new PlainError(
    `The disk is full: ${path.resolve(folder)} has ${free} MB left and ${what} needs ${megabytes} MB. ` +
      "Free some space, or set DATA_DIR to a folder on another disk.",
  );
}

export const noSpaceLeft = (text) => /No space left on device|ENOSPC/.test(text);

/** The error for a write that found no room. */
export const diskFull = (folder) =>
  new PlainError(
    `The disk is full: writing to ${path.resolve(folder)} found no space left. ` +
      "Free some space, or set DATA_DIR to a folder on another disk.",
  );
