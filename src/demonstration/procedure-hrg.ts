/** The healthcare resource group that an elective stay for each operation is coded to, by OPCS-4 code. Illustrative. */
export const PROCEDURE_HRG: Readonly<Record<string, string>> = {
  'A52.1': 'AB14Z', 'A65.1': 'HN45C', 'B27.4': 'JA38C', 'B28.2': 'JA43B', 'B39.5': 'JA35B', 'C13.1': 'BZ45B', 'C60.1': 'BZ93B', 'C71.2': 'BZ34C',
  'C79.2': 'BZ84B', 'D14.1': 'CA30B', 'D15.1': 'CA35B', 'E03.6': 'CA13B', 'E54.3': 'DZ02J', 'F09.1': 'CD04B', 'F10.4': 'CD07B', 'F34.1': 'CA60D',
  'G01.1': 'FF02C', 'G24.3': 'FF30B', 'H07.9': 'FF33B', 'H33.4': 'FF31D', 'H51.1': 'FF42C', 'H55.4': 'FF43C', 'J02.2': 'GA05D', 'J18.3': 'GA10K',
  'J56.1': 'GA06D', 'K26.2': 'ED24C', 'K40.4': 'ED28C', 'L29.5': 'YQ10D', 'L59.3': 'YQ12D', 'L74.2': 'LA97B', 'L84.2': 'YR24B', 'M01.3': 'LA02A',
  'M42.1': 'LB15E', 'M45.9': 'LB72A', 'M61.1': 'LB69Z', 'M65.3': 'LB25F', 'N09.2': 'LB56B', 'N30.3': 'LB33Z', 'Q07.1': 'MA06C', 'Q07.4': 'MA07G',
  'Q18.8': 'MA31Z', 'Q22.3': 'MA10Z', 'S06.5': 'JC43C', 'S36.1': 'JC41Z', 'T07.1': 'DZ64C', 'T20.1': 'FF62D', 'T20.2': 'FF62C', 'T24.2': 'FF61B',
  'T42.2': 'MA09B', 'T87.3': 'JA44Z', 'V16.1': 'CA90B', 'V25.4': 'HC60C', 'V33.7': 'HC64C', 'V54.4': 'AB12Z', 'W28.3': 'HN93Z', 'W37.1': 'HN12E',
  'W40.1': 'HN22E', 'W74.2': 'HN24C', 'W82.2': 'HN23D', 'X22.2': 'HN15B',
};
