/**
 * The two ends of a phrase offered to choose from, where it is to become part of a longer one: "January to March 2025"
 * begins with "January 2025" and ends with "March 2025"; any other phrase is both of its ends.
 */
export function optionEnds(option: string): { readonly first: string; readonly last: string } {
  const [first = option, last = option] = option.split(' to ');
  const year = / (\d{4})$/.exec(last)?.[1] ?? '';
  return { first: /\d/.test(first) || year === '' ? first : `${first} ${year}`, last };
}
