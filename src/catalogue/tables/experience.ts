import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

export const FRIENDS_AND_FAMILY_RESPONSES: CanonicalTable = {
  name: 'friends_and_family_responses',
  describes: 'one answer to the Friends and Family Test',
  key: 'response_id',
  date: 'response_date',
  standsFor: 'event',
  columns: [
    { name: 'response_id', type: 'text', requiredOnRecords: true },
    { name: 'response_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'rating', type: 'text', required: true, codes: ['very-good', 'good', 'neither', 'poor', 'very-poor', 'not-known'] },
  ],
};

export const COMPLAINTS: CanonicalTable = {
  name: 'complaints',
  describes: 'one formal complaint received',
  key: 'complaint_id',
  date: 'received_date',
  standsFor: 'event',
  columns: [
    { name: 'complaint_id', type: 'text', requiredOnRecords: true },
    { name: 'received_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
  ],
};
