// Tables 1 to 5 of Trust Board paper H, 11 July 2024, copied cell by cell as they are printed.

/** A printed cell as a number: "(355)" is below nought, "76.8%" a share, "-" and "~" nothing. */
export function printed(cell: string): number | null {
  const digits = cell.replace(/[£,%()\s]|\.$/g, '');
  if (!/\d/.test(digits)) {
    return null;
  }
  const size = Number((Number(digits.replace('-', '')) / (cell.includes('%') ? 100 : 1)).toPrecision(12));
  return cell.includes('(') || digits.startsWith('-') ? -size : size;
}

const rowsOf = (text: string): string[][] => text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** Metric, what it is narrowed to | Target/Plan | May 24 | YTD 24/25 */
export const TABLE_1 = rowsOf(`
  acpl                        | 1.89       | 1.57   | 1.57
  capped-theatre-utilisation  | 85%        | 76.8%  | 76.1%
  day-case                    | 19,651     | 10,500 | 20,739
  inpatient                   | 3,195      | 1,956  | 3,735
  first-or-procedure-rate     | 46%        | 43.4%  | 43.2%`);

/** Metric | Target/Plan | May 24 | YTD 24/25 */
export const TABLE_2 = rowsOf(`
  bads-day-case-rate       | 85%  | 76.1% | 76%
  hvlc-length-of-stay      | -    | -     | -
  late-starts              | 0%   | 39.5% | 40.5%
  on-the-day-cancellations | 5%   | 9.90% | 9.98%
  dna-rate                 | 5%   | 6.5%  | 6.4%
  pifu-rate                | 5.0% | 4.2%  | 4.2%
  clinic-utilisation       | 95%  | 93%   | 93.3%
  discharged-at-first      | ~    | 34.5% | 35.3%`);

/** CMG | Target (2019/20 Av) | Current Mth | Rolling 6 | Rolling 12 */
export const TABLE_3 = rowsOf(`
  alliance | 4,448 | 3,624 | 3,915 | 3,958
  chuggs   | 3,991 | 3,615 | 3,911 | 3,957
  csi      | 4,778 | 3,408 | 4,499 | 4,674
  esm      | 4,396 | 5,061 | 5,187 | 5,067
  itaps    | 3,490 | 2,855 | 2,858 | 3,271
  mss      | 5,202 | 4,884 | 5,046 | 5,033
  rrcv     | 4,010 | 3,584 | 4,012 | 4,006
  wc       | 3,890 | 3,193 | 3,681 | 3,803
  total    | 4,217 | 3,904 | 4,260 | 4,276`);

/** Line | Plan (Activity) | Actual | Variance | Plan (£) | Actual (£) | Variance (£) */
export const TABLE_4 = rowsOf(`
  day-case                  | 18,527  | 19,257  | 730    | 12,773,246 | 13,566,041 | 792,795
  inpatient                 | 2,958   | 3,472   | 514    | 13,965,949 | 16,332,920 | 2,366,971
  ip                        | 21,484  | 22,729  | 1,245  | 26,739,194 | 29,898,961 | 3,159,766
  new-outpatient            | 35,383  | 37,564  | 2,181  | 7,549,531  | 8,005,001  | 455,470
  new-outpatient-nftf       | 3,911   | 3,556   | (355)  | 807,492    | 746,209    | (61,282)
  outpatient-procedure      | 27,519  | 31,190  | 3,671  | 4,616,527  | 5,147,507  | 530,980
  op                        | 66,813  | 72,310  | 5,497  | 12,973,549 | 13,898,718 | 925,168
  direct-access-cardiac     | 914     | 741     | (173)  | 157,774    | 124,470    | (33,303)
  direct-access-diagnostics | 34,271  | 34,771  | 500    | 1,853,792  | 2,104,961  | 251,169
  direct-access-respiratory | -       | -       | -      | -          | -          | -
  da                        | 35,185  | 35,512  | 327    | 2,011,566  | 2,229,431  | 217,865
  diagnostic-imaging        | 26,622  | 30,804  | 4,182  | 3,392,810  | 4,187,871  | 795,061
  di                        | 26,622  | 30,804  | 4,182  | 3,392,810  | 4,187,871  | 795,061
  cardiac-investigations    | -       | 472     | 472    | -          | 65,961     | 65,961
  respiratory-physiology    | -       | -       | -      | -          | -          | -
  other                     | -       | 472     | 472    | -          | 65,961     | 65,961
  unbundled-inpatient       | 3,901   | 5,328   | 1,427  | 1,284,629  | 1,740,381  | 455,752
  unbundled-outpatient      | 542     | 966     | 424    | 83,072     | 144,000    | 60,927
  ub                        | 4,442   | 6,294   | 1,852  | 1,367,701  | 1,884,380  | 516,679
  total                     | 154,546 | 168,121 | 13,575 | 46,484,820 | 52,165,321 | 5,680,500`);

/** Specialty | Activity | Income | Net surplus/deficit | CpWAU (to 1920 Opp): elective points of delivery, then all. */
export const TABLE_5_ELECTIVE = rowsOf(`
  110 | 3,682 | £15,048,185. | -£8,994,566. | £4,435,325.
  320 | 3,057 | £12,794,165. | -£7,702,561. | £4,802,163.
  100 | 3,360 | £11,584,179. | -£5,738,896. | £1,111,889.
  172 | 526   | £8,887,443.  | -£3,671,611. | £1,094,463.`);
export const TABLE_5_ALL = rowsOf(`
  300 | 66,082 | £67,218,132. | -£27,997,494. | £10,969,280.
  340 | 67,345 | £46,610,526. | -£17,476,482. | £5,017,047.
  430 | 21,339 | £29,528,387. | -£15,887,781. | £8,334,583.`);
