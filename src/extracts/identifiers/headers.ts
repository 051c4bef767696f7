/** A header that says what its column is about: what that is, how it is written, and what makes it about something less. */
interface Heading {
  readonly what: string;
  readonly written: RegExp;
  readonly unless?: RegExp;
}

const WHOSE = '(?:patients?|pat|pt|person|client|child|baby|mother|father|parent|carer|guardian|nok|next_?of_?kin|relative)';
const NAME = '(?:names?|nm)';
const NUMBER = '(?:numbers?|num|no|nbr|nr)';
/** A flag or a count beside the thing, or something in its place. */
const ABOUT_IT = /(?:^|_)(?:status|indicator|ind|valid|verif|traced?|check|flag|match|present|missing|known|pseudo|hash|encrypt|token|consent|sent|opt|prefer|remind|type|method|count|of|shows?|shown|year|month|age)/;

const HEADINGS: readonly Heading[] = [
  { what: 'NHS numbers', written: new RegExp(`nhs_?(?:numbers?|num|no|nbr|nr|id|identifier)(?:_|$)|(?:^|_)chi_?${NUMBER}(?:_|$)`), unless: ABOUT_IT },
  { what: 'names', written: /(?:sur|fore|maiden)_?names?/ },
  { what: 'names', written: new RegExp(`(?:^|_)(?:first|given|middle|last|family|full|preferred|christian|second|unstructured)_?${NAME}(?:_|$)|(?:^|_)[fsl]names?(?:_|$)|^(?:known_as|initials)$`) },
  { what: 'names', written: new RegExp(`(?:^|_)${WHOSE}_?(?:full_?)?(?:${NAME}|initials)(?:_|$)|(?:^|_)names?_?of_?(?:the_?)?${WHOSE}(?:_|$)`) },
  {
    what: 'dates of birth',
    written: new RegExp(`(?:^|_)(?:${WHOSE}_?)?(?:dob|d_o_b|birth_?(?:dates?|dt|day|dttm|date_?time)|(?:date|dt|dttm)_?of_?birth)(?:_|$)|^(?:${WHOSE}_?)?(?:(?:date|dt|dttm)_?)?birth$|(?:dob|dateofbirth|birthdate)$|^(?:${WHOSE}_|date_|when_)?born(?:_on|_date)?$`),
    unless: /(?:^|_)(?:status|indicator|valid|flag|check|year|month|age)/,
  },
  {
    what: 'postcodes', written: /(?:^|_)(?:post_?codes?|postal_?codes?|pcodes?|zip_?codes?|pcds?)(?:_|$)|postcode$/,
    unless: /(?:^|_)(?:district|sector|area|out|prefix|part|half|first|short|region|status|indicator|valid|flag|check)/,
  },
  {
    what: 'addresses',
    written: new RegExp(`^(?:(?:the|home|postal|permanent|usual|current|correspondence|contact|residential|full|street|${WHOSE})_?)*addr(?:ess(?:es)?)?(?:_?(?:line|ln|l))?(?:_?(?:\\d+|one|two|three|four|five))?(?:_of_(?:the_)?${WHOSE})?$|^(?:house|flat)_?(?:name|${NUMBER})|^street(?:_name)?$`),
  },
  { what: 'e-mail addresses', written: /(?:^|_)e_?mails?(?:_|$)|email(?:address)?$/, unless: ABOUT_IT },
  {
    what: 'telephone numbers',
    written: new RegExp(`^(?:(?:home|work|mobile|mob|day|daytime|evening|contact|preferred|main|primary|landline|cell|${WHOSE})_?)*(?:(?:(?:tele)?phone|tel|landline)(?:_?${NUMBER})?|(?:mobile|mob|contact|cell)_?${NUMBER}|mobile_?(?:tele)?phone)(?:_\\d+)?$`),
  },
  {
    what: 'hospital numbers',
    written: new RegExp(`(?:^|_)(?:hosp(?:ital)?|district|pas|case_?notes?|local_patient|crn|${WHOSE})_?(?:unit_?)?${NUMBER}(?:_|$)|^(?:unit|s)_?${NUMBER}$|(?:^|_)(?:mrn|medical_record_?${NUMBER}|local_patient_id(?:entifier)?|pas_id)(?:_|$)`),
    unless: ABOUT_IT,
  },
];

/** A header as small words with one line between them: "PatientForename1", "Patient's Forename 1" → "patient_forename_1". */
function wordsOf(header: string): string {
  return header.replace(/['’]s\b/gi, '').replace(/#/g, ' no ')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2').replace(/([A-Za-z])(\d)/g, '$1_$2')
    .toLowerCase().replace(/[^a-z\d]+/g, '_').replace(/^_|_$/g, '');
}

/** What of a person a column holds by its header, in the plural; null where the header says nothing of the kind. */
export function identifierByHeader(header: string): string | null {
  // "NHSNumber" has no small letter where its words part, and "PatientNHSNo" has: both ways are looked at.
  const ways = [wordsOf(header), header.toLowerCase().replace(/[^a-z\d]+/g, '_').replace(/^_|_$/g, '')];
  return HEADINGS.find(({ written, unless }) => ways.some((words) => written.test(words)) && !ways.some((words) => unless?.test(words) === true))?.what ?? null;
}
