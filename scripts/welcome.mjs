import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Says where it is and how to get in. The seed leaves the accounts in `home`/demo-accounts.json. */
export function welcome({ settings, home, seconds, production }) {
  const lines = ["", `Touchline is ready after ${seconds.toFixed(1)} s:  ${settings.PUBLIC_URL}`];
  const accounts = production ? [] : demoAccounts(home);
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    lines.push("", "  Demo accounts");
    for (const { role, email, password } of accounts)
      lines.push(`    ${role.padEnd(10)} ${email.padEnd(width)} ${password}`);
  }
  if (!settings.SMTP_URL) lines.push("", "  No SMTP_URL is set: mail stays in the sandbox inbox.");
  lines.push("", `  Data and logs are in ${home}. Ctrl-C stops everything.`, "");
  console.log(lines.join("\n"));
}

function demoAccounts(home) {
  const file = path.join(home, "demo-accounts.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
