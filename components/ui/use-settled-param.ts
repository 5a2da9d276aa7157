"use client";
import { useEffect, useRef, useState } from "react";
import { useUrlParams } from "./use-url-params";

/** Time after the last key before the address, and with it the list, follows. */
const SETTLE_MS = 250;

/** What somebody types into a control that lives in the address: the text now, and a setter. */
export function useSettledParam(param: string): [text: string, setText: (text: string) => void] {
  const { params, set } = useUrlParams();
  const inAddress = params.get(param) ?? "";
  const [text, setText] = useState(inAddress);
  const sent = useRef(inAddress);

  useEffect(() => {
    if (inAddress === sent.current) return; // our own change came back
    sent.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      set({ [param]: text });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, param, set]);

  return [text, setText];
}
