import { describe, expect, test } from "vitest";
import { loginEmail } from "./login-email";

describe("loginEmail", () => {
  test.each([
    { given: "ines@larkfield.example", named: "ines@larkfield.example" },
    { given: "  Ines.Ortega@Larkfield.Example ", named: "ines.ortega@larkfield.example" },
    { given: "o'brien+crm@mail.larkfield.example", named: "o'brien+crm@mail.larkfield.example" },
  ])("$given names an account", ({ given, named }) => {
    expect(loginEmail(given)).toBe(named);
  });

  test.each([
    { given: "іnes@larkfield.example", because: "Cyrillic і looks like i" },
    { given: "\u212Aim@larkfield.example", because: "the Kelvin sign lower-cases to k" },
    { given: "ines@larkﬁeld.example", because: "a ligature folds to two letters" },
    { given: "ines@larkfield。example", because: "an ideographic full stop acts as a dot" },
    { given: "a@x.example,b@x.example", because: "a comma makes a list" },
    { given: "a@x.example;b@x.example", because: "a semicolon makes a list" },
    { given: "a@x.example b@x.example", because: "a space makes a list" },
    { given: '"ines@larkfield.example"@evil.example', because: "a quoted local part" },
    { given: '"ines"@larkfield.example', because: "a quoted local part" },
    { given: "ines(admin)@larkfield.example", because: "a comment" },
    { given: "Ines <ines@larkfield.example>", because: "a display name" },
    { given: "ines@larkfield.example\r\nBcc: x@y.example", because: "a line break" },
    { given: "ines@larkfield.example\u0000", because: "NUL" },
    { given: "ines\u200b@larkfield.example", because: "a zero-width space" },
    { given: "ines@[127.0.0.1]", because: "an address literal" },
    { given: "ines@localhost", because: "no domain" },
    { given: ".ines@larkfield.example", because: "a leading dot" },
    { given: "i..o@larkfield.example", because: "two dots" },
    { given: "ines@-larkfield.example", because: "a label that begins with a dash" },
    { given: `${"a".repeat(65)}@larkfield.example`, because: "a local part above 64 characters" },
    { given: "", because: "nothing" },
    { given: "@", because: "only the sign" },
  ])("$given names none: $because", ({ given }) => {
    expect(loginEmail(given)).toBeNull();
  });
});
