import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultBrand } from "@/server/domain/settings/brand";
import { rulesWriter } from "@/server/llm/rules-writer";
import { type CampaignWorld, campaignWorld, winBack } from "./testing/campaign-world";

let world: CampaignWorld;
let marketer: CampaignWorld["marketer"];
let id: number;
beforeEach(async () => {
  world = await campaignWorld();
  ({ marketer } = world);
  world.platform.writer = rulesWriter;
  await world.ready();
  ({ id } = await marketer.api.campaign.create(body));
  await writeAll();
});
afterEach(() => world.close());

const body = { ...winBack, variants: ["a"], actions: ["nudge" as const] };
const copy = {
  subject: "The mugs are back",
  preheader: "",
  heading: "Good to see you again",
  paragraphs: ["We made the blue ones you asked for."],
  callToAction: "See the mugs",
};

const writeAll = () => world.system.campaign.writeContent({ campaignId: id, key: null });
const pieces = async () => (await marketer.api.campaign.content({ id })).pieces;
async function firstPiece() {
  const [piece] = await pieces();
  if (piece === undefined) throw new Error("the campaign needs a piece");
  return piece;
}
async function write(words = copy, everySegment = false) {
  const { key, creative } = await firstPiece();
  return marketer.api.campaign.writePiece({
    id,
    key,
    expectedCreativeId: creative?.id ?? null,
    copy: words,
    everySegment,
  });
}

describe("a marketer's own words", () => {
  test("are checked as they are typed, stand in the place of the piece, and are audited", async () => {
    const { key } = await firstPiece();
    const checked = await marketer.api.campaign.checkPiece({ id, key, copy, customerId: 1 });
    expect(checked).toMatchObject({ canSave: true, problems: [], preview: { subject: copy.subject } });
    const { creativeHash } = await write();
    expect(checked.creativeHash).toBe(creativeHash);
    expect((await firstPiece()).creative).toMatchObject({
      subject: copy.subject,
      writtenBy: "person",
      author: "Somebody",
      copy,
    });
    expect(await world.audit("campaign.write-piece")).toHaveLength(1);
    expect(await writeAll()).toEqual({ written: 0 });
    expect((await firstPiece()).creative?.copy).toEqual(copy);
  });

  test("break no rule, and replace only what their author saw", async () => {
    const { key, creative } = await firstPiece();
    const wrong = { ...copy, subject: "50 % off everything" };
    const checked = await marketer.api.campaign.checkPiece({ id, key, copy: wrong });
    expect(checked).toMatchObject({
      canSave: false,
      problems: [{ field: "subject", code: "copy.discount" }],
    });
    await expect(write(wrong)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const given = { id, key, expectedCreativeId: creative?.id ?? null, copy };
    await marketer.api.campaign.writePiece(given);
    await expect(marketer.api.campaign.writePiece(given)).rejects.toMatchObject({ code: "CONFLICT" });
    const reviewer = await world.person("reviewer");
    await expect(reviewer.api.campaign.writePiece(given)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("are used for every segment when asked", async () => {
    const all = await pieces();
    expect(await write(copy, true)).toMatchObject({ pieces: all.length });
    expect((await pieces()).map(({ creative }) => creative?.subject)).toEqual(all.map(() => copy.subject));
  });

  test("may be changed back to earlier ones", async () => {
    await write();
    await write({ ...copy, subject: "The cups are back" });
    await write();
    expect((await firstPiece()).creative?.subject).toBe(copy.subject);
  });

  test("outlive a changed brief, as long as they break no rule under the new one", async () => {
    await write();
    await marketer.api.campaign.save({ id, expectedVersion: 1, body: { ...body, brief: "Be kind" } });
    expect(await firstPiece()).toMatchObject({ creative: null, kept: copy });
    await writeAll();
    expect(await firstPiece()).toMatchObject({
      creative: { subject: copy.subject, writtenBy: "person", author: "Somebody" },
      kept: null,
    });
    const { version } = await marketer.api.settings.current({ kind: "brand" });
    const brand = { ...defaultBrand, name: "Larkfield", bannedWords: ["mugs"] };
    await marketer.api.settings.publish({
      kind: "brand",
      expectedVersion: version,
      body: brand,
      note: "No mugs",
    });
    await writeAll();
    expect((await firstPiece()).creative).toMatchObject({ writtenBy: "rules", author: null });
  });

  test("make room when the piece is written again", async () => {
    await write();
    const { key } = await firstPiece();
    expect(await world.system.campaign.writeContent({ campaignId: id, key })).toEqual({ written: 1 });
    expect((await firstPiece()).creative).toMatchObject({ writtenBy: "rules" });
    await marketer.api.campaign.save({ id, expectedVersion: 1, body: { ...body, brief: "Be kind" } });
    expect(await firstPiece()).toMatchObject({ creative: null, kept: null });
  });
});
