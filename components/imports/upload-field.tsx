"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { formatBytes } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { UploadProblem, uploadFile } from "./upload-file";

export type Uploaded = { upload: string; fileName: string };

/** Takes a file and sends it; nothing is imported yet. */
export function UploadField({ onUploaded }: { onUploaded: (uploaded: Uploaded | null) => void }) {
  const { file, share, problem, take, stop } = useUpload(onUploaded);
  return (
    <div className="grid gap-2">
      <FileDrop
        label="Choose a CSV file"
        help="Up to 1 GB, also gzipped; separated by comma, semicolon, tab or bar. It is read, not kept."
        accept=".csv,.tsv,.txt,.gz,text/csv"
        file={file}
        onFile={take}
        error={problem ?? undefined}
        disabled={share !== null}
      />
      {share !== null && file !== null && (
        <Progress
          label="Uploading"
          share={share}
          text={`${formatBytes(share * file.size)} of ${formatBytes(file.size)}`}
          action={
            <Button size="sm" onClick={stop}>
              Stop
            </Button>
          }
        />
      )}
    </div>
  );
}

function useUpload(onUploaded: (uploaded: Uploaded | null) => void) {
  const [file, setFile] = useState<File | null>(null);
  /** null: nothing is on its way */
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const take = async (chosen: File) => {
    const controller = new AbortController();
    running.current = controller;
    setFile(chosen);
    setProblem(null);
    setShare(0);
    onUploaded(null);
    try {
      const upload = await uploadFile(chosen, setShare, controller.signal);
      onUploaded({ upload, fileName: chosen.name });
    } catch (error) {
      if (controller.signal.aborted) setFile(null);
      else if (error instanceof UploadProblem) setProblem(error.message);
      else throw error;
    } finally {
      setShare(null);
    }
  };
  return { file, share, problem, take, stop: () => running.current?.abort() };
}
