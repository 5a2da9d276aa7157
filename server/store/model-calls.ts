import type { ModelCall, ModelCalls } from "@/server/llm/write-copy";
import type { Sql } from "./database";

/** Keeps the calls to models, and sums what they used. */
export const modelCalls = (sql: Sql): ModelCalls => ({
  async record(call: ModelCall): Promise<void> {
    await sql.rows(
      `INSERT INTO model_calls (at, purpose, model, prompt_version, campaign_id, input_tokens, output_tokens, milliseconds, outcome)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        call.at,
        call.purpose,
        call.model,
        call.promptVersion,
        call.campaignId,
        call.inputTokens,
        call.outputTokens,
        call.milliseconds,
        call.outcome.slice(0, 300),
      ],
    );
  },
  async tokensSince(since, campaignId) {
    const [row] = await sql.rows<{ campaign: number; all: number }>(
      `SELECT coalesce(sum(input_tokens + output_tokens) FILTER (WHERE campaign_id = $2::int), 0)::float8 AS campaign,
         coalesce(sum(input_tokens + output_tokens), 0)::float8 AS "all"
       FROM model_calls WHERE at > $1`,
      [since, campaignId],
    );
    return row ?? { campaign: 0, all: 0 };
  },
});
