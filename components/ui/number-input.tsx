"use client";
import { type ComponentProps, useState } from "react";
import { Input } from "./input";

type Props = Omit<ComponentProps<typeof Input>, "type" | "value" | "onChange" | "onBlur"> & {
  value: number;
  onValueChange: (value: number) => void;
};

/**
 * A number that can be taken out to type another: an empty field says nothing, and shows the number again once it is
 * left.
 */
export function NumberInput({ value, onValueChange, ...props }: Props) {
  const [isEmpty, setIsEmpty] = useState(false);
  return (
    <Input
      {...props}
      type="number"
      value={isEmpty ? "" : value}
      onChange={({ target }) => {
        setIsEmpty(target.value === "");
        if (target.value !== "") onValueChange(Number(target.value));
      }}
      onBlur={() => setIsEmpty(false)}
    />
  );
}
