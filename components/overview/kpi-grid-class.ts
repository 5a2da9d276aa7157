/** Cells set off by rules, four in a row, two on phones. */
export const kpiGridClass =
  "grid grid-cols-2 lg:grid-cols-4 [&>*]:-mt-px [&>*]:-ml-px [&>*]:border-t [&>*]:border-l [&>*]:p-3 md:[&>*]:px-4 md:[&>*]:py-3.5";
