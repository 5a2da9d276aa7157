/** Making a formatter takes a hundred times as long as using it: each is made once. */
function kept<Options, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}

export const numberFormat = kept(
  (options: Intl.NumberFormatOptions) => new Intl.NumberFormat("en-US", options),
);
export const instantFormat = kept(
  (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", options),
);
