import type { ChosenCustomers } from "./customer-bulk";

/** Fetches the chosen customers as a CSV file and hands it to the browser's downloads. A refusal is thrown in words. */
export async function fetchExport(selection: ChosenCustomers): Promise<void> {
  const answer = await fetch("/api/customers/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ selection }),
  });
  if (!answer.ok) throw new Error(await problemIn(answer));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = "customers.csv";
  link.click();
  URL.revokeObjectURL(url);
}

async function problemIn(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => null);
  const error = typeof said === "object" && said !== null && "error" in said ? said.error : null;
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : null;
  return typeof message === "string" ? message : "The file could not be made. Try again.";
}
