import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Field } from "./field";
import { Input } from "./input";

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1];

test("the label, the help and the control belong together", () => {
  const html = renderToStaticMarkup(
    <Field label="Silent for" help="In days.">
      <Input unit="days" />
    </Field>,
  );
  expect(attribute(html, "label", "for")).toBe(attribute(html, "input", "id"));
  expect(attribute(html, "p", "id")).toBe(attribute(html, "input", "aria-describedby"));
  expect(attribute(html, "input", "aria-invalid")).toBeUndefined();
});

test("an error takes the place of the help and marks the control", () => {
  const html = renderToStaticMarkup(
    <Field label="Silent for" help="In days." error="Choose 30 days or more.">
      <Input />
    </Field>,
  );
  expect(html).not.toContain("In days.");
  expect(attribute(html, "p", "id")).toBe(attribute(html, "input", "aria-describedby"));
  expect(attribute(html, "input", "aria-invalid")).toBe("true");
});

test("outside a field a control has only its own attributes", () => {
  const html = renderToStaticMarkup(<Input aria-label="Days" />);
  expect(html).not.toContain("aria-describedby");
  expect(html).not.toContain(" id=");
});
