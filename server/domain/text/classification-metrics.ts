/** How a label was told: `f1` is the harmonic mean of precision and recall, 0 where it was never told right. */
export type LabelMetrics = { precision: number; recall: number; f1: number };

/** The share of rows whose label was told; 0 of no rows. */
export function accuracyOf<Label>(truth: readonly Label[], told: readonly Label[]): number {
  const right = truth.filter((label, row) => label === told[row]).length;
  return truth.length === 0 ? 0 : right / truth.length;
}

/** Precision, recall and F1 of one label; each is 0 where nothing can be divided. */
export function labelMetrics<Label>(
  truth: readonly Label[],
  told: readonly Label[],
  label: Label,
): LabelMetrics {
  let [right, said, there] = [0, 0, 0];
  truth.forEach((own, row) => {
    if (own === label) there++;
    if (told[row] === label) said++;
    if (own === label && told[row] === label) right++;
  });
  return {
    precision: said === 0 ? 0 : right / said,
    recall: there === 0 ? 0 : right / there,
    f1: right === 0 ? 0 : (2 * right) / (said + there),
  };
}

/** The mean F1 of all labels that occur in the truth or were told. Source: C. D. Manning et al. 2008, § 13.6. */
export function macroF1<Label>(truth: readonly Label[], told: readonly Label[]): number {
  const labels = [...new Set([...truth, ...told])];
  const sum = labels.reduce((total, label) => total + labelMetrics(truth, told, label).f1, 0);
  return labels.length === 0 ? 0 : sum / labels.length;
}
