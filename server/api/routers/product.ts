import { listProducts } from "@/server/services/product/list";
import { query, router } from "../trpc";

export const productRouter = router({ list: query(listProducts) });
