import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { type CampaignBody, campaignBody } from "@/server/domain/campaign";

// the form holds whole bodies only, and each of them is an input of its own schema
export const bodyResolver = zodResolver(campaignBody) as unknown as Resolver<CampaignBody>;
