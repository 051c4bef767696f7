import { ask, csv, SampleFolders, source } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const complaints = source({ id: 'complaints', table: 'complaints', files: '*.csv', select: 'select * from file' });
const put = (files: Readonly<Record<string, readonly string[]>>): void => {
  for (const [name, days] of Object.entries(files)) {
    folders.put(name, csv('complaint_id,received_date', ...days.map((day, index) => `${name}-${index},${day}`)));
  }
};

/** Every day in the order in which the finished table keeps its rows. */
const kept = async (): Promise<readonly unknown[]> => {
  const keeper = await folders.open([complaints]);
  expect(keeper.problems()).toEqual([]);
  return (await ask(keeper, 'select received_date from complaints order by rowid')).map((row) => row['received_date']);
};

describe('a finished table keeps its oldest rows first and every row once', () => {
  test('where files come in their order', async () => {
    put({ 'a.csv': ['2024-01-02', '2024-01-03'], 'b.csv': ['2024-02-01', '2024-02-05'] });
    expect(await kept()).toEqual(['2024-01-02', '2024-01-03', '2024-02-01', '2024-02-05']);
  });

  test('where history is named after what is newer than it, and files of other months lie between', async () => {
    put({ 'a.csv': ['2024-04-02', '2024-04-03'], 'b.csv': ['2024-05-02'], 'c.csv': ['2023-01-02', '2023-12-03'], 'd.csv': ['2024-01-02', '2024-03-03'], 'e.csv': ['2024-06-01'] });
    expect(await kept()).toEqual(['2023-01-02', '2023-12-03', '2024-01-02', '2024-03-03', '2024-04-02', '2024-04-03', '2024-05-02', '2024-06-01']);
  });

  test('where files overlap or a long one lies in no order', async () => {
    put({ 'a.csv': ['2024-01-02', '2024-03-03'], 'b.csv': ['2024-02-01', '2024-02-05'] });
    expect(await kept()).toEqual(['2024-01-02', '2024-02-01', '2024-02-05', '2024-03-03']);
    put({ 'a.csv': ['2024-03-02', '2024-01-03', '2024-02-03'], 'b.csv': ['2024-04-01', '2024-04-05'] });
    expect(await kept()).toEqual(['2024-01-03', '2024-02-03', '2024-03-02', '2024-04-01', '2024-04-05']);
  });

  test('by the month, where a file of one month lies in no order', async () => {
    put({ 'a.csv': ['2024-02-20', '2024-02-01', '2024-02-05'], 'b.csv': ['2024-01-05', '2024-01-04'] });
    expect(await kept()).toEqual(['2024-01-05', '2024-01-04', '2024-02-20', '2024-02-01', '2024-02-05']);
  });
});
