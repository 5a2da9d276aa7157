"use client";
import type { Answer } from "@/components/api-types";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type Preview = Answer["import"]["preview"];
type Mapping = Preview["mapping"];
type Props = {
  fields: Preview["fields"];
  header: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
};

/** Which column holds what. A field without a column is left as it is. */
export function MappingEditor({ fields, header, mapping, onChange }: Props) {
  const columns = [...new Set(header)].filter((column) => column !== "");
  const choose = (field: string, column: string) => {
    const { [field]: _, ...rest } = mapping;
    onChange(column === "" ? rest : { ...rest, [field]: column });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {fields.map(({ name, title, required }) => (
        <Field
          key={name}
          label={title}
          aside={required && "needed"}
          error={required && mapping[name] === undefined ? "Choose the column that holds it." : undefined}
        >
          <Select
            value={mapping[name] ?? ""}
            placeholder="Not in the file"
            options={columns.map((column) => ({ value: column, label: column }))}
            onChange={({ target }) => choose(name, target.value)}
          />
        </Field>
      ))}
    </div>
  );
}
