import { z } from "zod";
import { type SettingKind, settingKinds } from "./index";

/** The name of a versioned document. */
export const settingKind = z.enum(Object.keys(settingKinds) as [SettingKind, ...SettingKind[]]);

/** A version of a document; 0 is the built-in one. */
export const settingVersion = z.number().int().min(0).max(2_147_483_647);
