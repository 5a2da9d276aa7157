import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { contrast } from "@/server/domain/colour-contrast";
import type { EditorProps } from "./brand-types";

const COLOURS = [
  { name: "accent", label: "Accent" },
  { name: "ink", label: "Text" },
  { name: "background", label: "Background" },
] as const;

/** WCAG 2.2, 1.4.3 */
const READABLE = 4.5;

/** The colours of a message, with how well text can be read on them. */
export function ColourFields({ guide, set, complaints, disabled }: EditorProps) {
  const { colours } = guide;
  const ratio = contrast(colours.background, colours.ink);
  return (
    <Card>
      <CardHeader title="Colours" sub="of the layout of every message" />
      <CardBody className="grid gap-4 sm:grid-cols-3">
        {COLOURS.map(({ name, label }) => (
          <Field key={name} label={label} help={colours[name]} error={complaints.get(`colours.${name}`)}>
            <Input
              type="color"
              value={colours[name]}
              disabled={disabled}
              onChange={({ target }) => set("colours", { ...colours, [name]: target.value })}
            />
          </Field>
        ))}
        <div
          className="rounded-md border p-4 sm:col-span-3"
          style={{ backgroundColor: colours.background, color: colours.ink }}
        >
          <p className="text-16 font-semibold">{guide.name || "Your brand"}</p>
          <p className="mt-1 text-14">{guide.toneSample?.slice(0, 160) || "A sentence in your voice."}</p>
          <span
            className="mt-3 inline-block rounded-md px-3 py-1.5 text-13 font-medium"
            style={{
              backgroundColor: colours.accent,
              color:
                contrast(colours.accent, "#ffffff") >= contrast(colours.accent, "#17171b")
                  ? "#ffffff"
                  : "#17171b",
            }}
          >
            A button
          </span>
        </div>
      </CardBody>
      <CardFooter>
        Text on the background: {formatNumber(ratio, { digits: 1 })} to 1
        <Status tone={ratio >= READABLE ? "pass" : "block"}>
          {ratio >= READABLE ? "readable" : "too faint, at least 4.5 to 1 is needed"}
        </Status>
      </CardFooter>
    </Card>
  );
}
