/** What was asked cannot be answered: the field and the remedy in one line. The command ends with 2. */
export class BadInput extends Error {
  constructor(field: string, problem: string) {
    super(`${field}: ${problem.replace(/\s+/g, " ")}`);
  }
}
