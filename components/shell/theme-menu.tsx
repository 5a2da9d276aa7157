"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { type Theme, useTheme } from "./theme";

const choices: readonly { theme: Theme; label: string; Icon: typeof Sun }[] = [
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
];

/** Light, dark, or as the system says; kept in this browser. */
export function ThemeMenu({ className }: { className?: string }) {
  const [theme, choose] = useTheme();
  const Icon = theme === "dark" ? Moon : Sun;
  return (
    <Menu
      label="Theme"
      {...(className === undefined ? {} : { holder: className })}
      button={(props) => <IconButton {...props} label="Theme" icon={<Icon aria-hidden />} />}
      entries={choices.map((choice) => ({
        kind: "choice",
        key: choice.theme,
        isChosen: choice.theme === theme,
        choose: () => choose(choice.theme),
        label: (
          <>
            <choice.Icon aria-hidden className="text-ink-3" />
            {choice.label}
          </>
        ),
      }))}
    />
  );
}
