/** How recharts writes the labels of an axis. */
export const axisTick = { fill: "var(--color-ink-3)", fontSize: 11 } as const;
