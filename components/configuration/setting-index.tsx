/** Where a group of settings stands on the page. */
export const groupId = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, "-");

/** The groups of a long form, beside it. */
export function SettingIndex({ titles }: { titles: readonly string[] }) {
  return (
    <nav aria-label="Parts of this document" className="sticky top-16 self-start max-lg:hidden">
      <ul className="grid gap-1 border-l">
        {titles.map((title) => (
          <li key={title}>
            <a
              href={`#${groupId(title)}`}
              className="-ml-px block border-l border-transparent py-0.5 pl-3 text-12 text-ink-2 hover:border-accent hover:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
