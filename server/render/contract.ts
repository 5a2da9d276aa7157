/** What a template may use. Values are escaped in HTML; a template cannot reach anything else. */
export type MergeData = { [name: string]: string | number | boolean | null | MergeData };

export type RenderJob = { subject: string; preheader: string; html: string; text: string; data: MergeData };
export type Rendered =
  | { ok: true; subject: string; preheader: string; html: string; text: string }
  | { ok: false; error: string };

/** Renders Liquid in a worker thread that can be killed. Aligned by index; a bad template harms only its own job. */
export type Renderer = {
  render(jobs: readonly RenderJob[]): Promise<readonly Rendered[]>;
  close(): Promise<void>;
};
