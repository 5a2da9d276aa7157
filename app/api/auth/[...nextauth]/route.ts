import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { cappedText } from "@/server/api/capped-text";
import { authOptions } from "@/server/auth-options";

const handler: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(authOptions);
type Context = { params: Promise<{ nextauth: string[] }> };

/** An address, a password and a token of next-auth's. */
const MAX_BODY_BYTES = 16_000;

export const GET = handler;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const body = await cappedText(request, MAX_BODY_BYTES);
  if (body === null) return Response.json({ message: "body: too large" }, { status: 413 });
  const { url, headers } = request;
  return handler(new NextRequest(url, { method: "POST", headers, body }), context);
}
