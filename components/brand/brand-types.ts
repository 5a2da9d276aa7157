import type { Answer } from "@/components/api-types";
import type { Brand } from "@/server/domain/settings/brand";

export type BrandDraft = NonNullable<Answer["settings"]["draft"]["draft"]>;
export type Tried = Answer["brand"]["tryCopy"];
/** Changes one field of the guide. */
export type SetField = <Name extends keyof Brand>(name: Name, value: Brand[Name]) => void;
export type EditorProps = {
  guide: Brand;
  set: SetField;
  complaints: ReadonlyMap<string, string>;
  disabled: boolean;
};
