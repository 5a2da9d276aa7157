"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import { formatBytes } from "./format";

type FileDropProps = {
  /** What to give: “Choose a CSV file”. */
  label: ReactNode;
  /** Size limit, encoding, an example. */
  help?: ReactNode;
  error?: ReactNode;
  /** As in the file input: “.csv,.gz”. */
  accept?: string;
  file: File | null;
  onFile: (file: File) => void;
  disabled?: boolean;
};

/** Takes one file, dropped or chosen. The input is native: the keyboard and readers see a file button. */
export function FileDrop({ label, help, error, accept, file, onFile, disabled = false }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !disabled) onFile(dropped);
  };
  return (
    <div className="grid gap-[5px]">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "grid cursor-pointer justify-items-center gap-1 rounded-lg border border-dashed border-line-2 bg-surface px-4 py-6 text-center transition-colors hover:bg-fill/55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:bg-fill",
          over && "border-accent bg-accent-soft",
          error && "border-block-solid",
        )}
      >
        <FileUp aria-hidden className="mb-1 size-5 text-ink-3" />
        <span className="font-medium">{file === null ? label : file.name}</span>
        <span className="text-12 text-ink-3">
          {file === null
            ? "Drop it here, or press to look for it"
            : `${formatBytes(file.size)} · press to choose another`}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={disabled}
          aria-describedby={error || help ? `${id}-note` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) onFile(chosen);
          }}
          className="sr-only"
        />
      </label>
      {(error || help) && (
        <p
          id={`${id}-note`}
          role={error ? "alert" : undefined}
          className={cn("text-12", error ? "text-block" : "text-ink-3")}
        >
          {error || help}
        </p>
      )}
    </div>
  );
}
