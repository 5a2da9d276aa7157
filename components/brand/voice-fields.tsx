import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { EditorProps } from "./brand-types";

/** How the brand speaks: name, signature, voice and a sample. */
export function VoiceFields({ guide, set, complaints, disabled }: EditorProps) {
  return (
    <Card>
      <CardHeader title="Voice" sub="what the writer is told of how you speak" />
      <CardBody className="grid gap-4 sm:grid-cols-2">
        <Field label="Name as customers know it" error={complaints.get("name")}>
          <Input
            value={guide.name}
            maxLength={80}
            disabled={disabled}
            onChange={({ target }) => set("name", target.value)}
          />
        </Field>
        <Field label="Signature" help="How a mail ends" error={complaints.get("signature")}>
          <Input
            value={guide.signature}
            maxLength={120}
            disabled={disabled}
            onChange={({ target }) => set("signature", target.value)}
          />
        </Field>
        <Field
          label="How it speaks"
          help="A few sentences, at most 500 letters"
          error={complaints.get("voice")}
          className="sm:col-span-2"
        >
          <Textarea
            rows={3}
            maxLength={500}
            value={guide.voice}
            disabled={disabled}
            onChange={({ target }) => set("voice", target.value)}
          />
        </Field>
        <Field
          label="Tone sample"
          help="Sentences of yours that sound right. The writer hears them, and repeats none. At most 1,500 letters."
          error={complaints.get("toneSample")}
          className="sm:col-span-2"
        >
          <Textarea
            rows={4}
            maxLength={1500}
            value={guide.toneSample ?? ""}
            disabled={disabled}
            onChange={({ target }) => set("toneSample", target.value === "" ? undefined : target.value)}
          />
        </Field>
      </CardBody>
    </Card>
  );
}
