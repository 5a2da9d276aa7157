"use client";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = { value: string; error?: string | undefined; onChange: (password: string) => void };

/** Letters and digits that are not mistaken for each other, five groups of four. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 5;
const GROUP_LENGTH = 4;

/** A first password that an admin hands over; shown, because it has to be read out or copied once. */
export function NewPasswordField({ value, error, onChange }: Props) {
  return (
    <div className="grid gap-1.5">
      <Field
        label="Password"
        help="At least 15 characters. Hand it over in person; they change it themselves."
        error={error}
      >
        <Input
          value={value}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          onChange={({ target }) => onChange(target.value)}
        />
      </Field>
      <div className="flex gap-1">
        <Button size="sm" variant="ghost" onClick={() => onChange(suggestPassword())}>
          Suggest one
        </Button>
        {value !== "" && <CopyButton text={value} />}
      </div>
    </div>
  );
}

/** About 99 bits: 20 characters out of 31, without the bias of a remainder. */
function suggestPassword(): string {
  const pick = () => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    return byte < Math.floor(256 / ALPHABET.length) * ALPHABET.length
      ? ALPHABET.charAt(byte % ALPHABET.length)
      : "";
  };
  let text = "";
  while (text.length < GROUPS * GROUP_LENGTH) text += pick();
  return (text.match(new RegExp(`.{${GROUP_LENGTH}}`, "g")) ?? []).join("-");
}
