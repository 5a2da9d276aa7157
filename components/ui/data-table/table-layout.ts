import type { TableColumn } from "./table-column";

/** The column of boxes. */
export const CHECK_PX = 44;
/** The head, which lies over the rows. */
export const HEAD_PX = 34;

/** The first column stays where it is when a narrow screen scrolls sideways. */
export const stuckClass = "max-md:sticky max-md:left-0 max-md:z-[1] max-md:bg-surface";

/** What the columns take together; a narrower place scrolls. */
export const tableWidth = <Row>(columns: readonly TableColumn<Row>[], hasChecks: boolean): number =>
  columns.reduce((sum, { width }) => sum + width, hasChecks ? CHECK_PX : 0);
