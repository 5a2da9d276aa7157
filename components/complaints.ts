/** `field: remedy; field: remedy`, as the API words a refused document: field → remedy; '' where no field is named. */
export function complaintsOf(message: string): Map<string, string> {
  return new Map(
    message.split("; ").map((part) => {
      const match = /^([\w.]+): (.*)$/s.exec(part);
      return match === null ? ["", part] : [match[1] ?? "", match[2] ?? ""];
    }),
  );
}

/** The complaints of a refusal; none where nothing was refused. */
export const complaintsIn = (error: { message: string } | null): ReadonlyMap<string, string> =>
  error === null ? new Map() : complaintsOf(error.message);
