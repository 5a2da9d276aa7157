"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { type Theme, useTheme } from "./theme";

const choices: readonly { theme: Theme; label: string; Icon: typeof Sun }[] = [
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
];

/** Light, dark, or as the system says; kept in this browser. */
export function ThemeMenu({ className }: { className?: string | undefined }) {
  const [theme, choose] = useTheme();
  const Icon = theme === "dark" ? Moon : Sun;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="Theme" icon={<Icon aria-hidden />} className={className} />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuRadioGroup
          value={theme}
          onValueChange={(value) =>
            choose(choices.find((choice) => choice.theme === value)?.theme ?? "system")
          }
        >
          {choices.map((choice) => (
            <DropdownMenuRadioItem key={choice.theme} value={choice.theme}>
              <choice.Icon aria-hidden className="text-ink-3" />
              {choice.label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
