import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { cappedText } from "@/server/api/capped-text";
import { authOptions } from "@/server/auth-options";
import { problemInSignIn } from "@/server/auth-request";

type Context = { params: Promise<{ nextauth: string[] }> };
const nextAuth: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(authOptions);

/** An address, a password and a token of next-auth's. */
const MAX_BODY_BYTES = 16_000;

/** The cookie that next-auth remembers an address in: where it holds none, it is forgotten. */
const FORGET = "next-auth.callback-url=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
const refuse = (status: number, message: string) =>
  Response.json({ message }, { status, headers: { "set-cookie": FORGET } });

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const problem = problemInSignIn(request, "");
  return problem === null ? nextAuth(request, context) : refuse(400, problem);
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const body = await cappedText(request, MAX_BODY_BYTES);
  if (typeof body !== "string") return refuse(body.status, `body: ${body.reason}`);
  const problem = problemInSignIn(request, body);
  if (problem !== null) return refuse(400, problem);
  // browsers would write into our log through it
  if ((await context.params).nextauth[0] === "_log") return new Response(null, { status: 204 });
  const { url, headers } = request;
  return nextAuth(new NextRequest(url, { method: "POST", headers, body }), context);
}
