import type { Answer } from "@/components/api-types";

export type SegmentList = Answer["segment"]["list"];
export type Segmentation = SegmentList["segmentations"][number];
export type Segment = Segmentation["segments"][number];
export type SegmentDetail = Answer["segment"]["get"];
export type SampleRow = Answer["segment"]["sample"]["rows"][number];
export type SavedSegment = Answer["segment"]["listSaved"][number];
