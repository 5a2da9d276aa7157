import type { CSSProperties, ReactNode } from "react";
import { Banner, type ShellBanner } from "./banner";
import { Bell } from "./bell";
import { CommandPalette } from "./command-palette";
import { CrumbProvider, Crumbs } from "./crumb";
import { KeyHelp } from "./key-help";
import { LineStatus } from "./line-status";
import { LivePages } from "./live-pages";
import { MobileNav } from "./mobile-nav";
import type { ShellCounts } from "./navigation";
import type { ShellUser } from "./shell-user";
import { Sidebar } from "./sidebar";
import { ThemeMenu } from "./theme-menu";

type ConsoleFrameProps = {
  user: ShellUser;
  counts: ShellCounts;
  /** Null where nothing needs to be said to everyone. */
  banner: ShellBanner | null;
  /** The company that runs this, beside the brand. */
  company?: string | null;
  /** Below every page: the clock that times are told by. */
  footer?: ReactNode;
  children: ReactNode;
};

/** Heights of the top bar and of the banner. */
const TOP_PX = 48;
const BANNER_PX = 33;

/**
 * Sidebar, top bar, banner and the page. A page that fills the screen takes
 * `h-[calc(100dvh-var(--frame-top))]` and says so with `data-fills-screen`: nothing stands below it then.
 */
export function ConsoleFrame({ user, counts, banner, company = null, footer, children }: ConsoleFrameProps) {
  const top = { "--frame-top": `${TOP_PX + (banner === null ? 0 : BANNER_PX)}px` } as CSSProperties; // React's type knows no custom properties
  return (
    <CrumbProvider>
      <LivePages />
      <KeyHelp />
      <a
        href="#main"
        className="sr-only rounded-md bg-ink font-medium text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <div
        style={top}
        className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[228px_minmax(0,1fr)]"
      >
        <aside className="sticky top-0 h-dvh border-r bg-sunken max-md:hidden">
          <Sidebar user={user} counts={counts} company={company} />
        </aside>
        <div className="flex min-w-0 flex-col">
          <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-bg/88 px-3 backdrop-blur-md md:px-6">
            <MobileNav user={user} counts={counts} company={company} />
            <Crumbs />
            <LineStatus />
            <CommandPalette user={user} />
            <Bell />
            <ThemeMenu />
          </header>
          {banner !== null && <Banner {...banner} />}
          <main id="main" tabIndex={-1} className="peer min-w-0 flex-1 focus-visible:outline-none">
            {children}
          </main>
          {footer && (
            // while a page is on its way it would be pushed down by what comes
            <footer className="peer-has-[>[role=status][aria-busy],>*>[role=status][aria-busy]]:invisible mx-auto flex w-full max-w-[1328px] flex-wrap gap-x-4 gap-y-1 px-3 pt-4 pb-6 text-12 text-ink-3 md:px-6 md:peer-has-data-fills-screen:hidden md:pb-7">
              {footer}
            </footer>
          )}
        </div>
      </div>
    </CrumbProvider>
  );
}
