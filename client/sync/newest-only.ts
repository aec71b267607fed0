// News with a revision, of which only the newest counts.

/** Passes on what is newer than all before. */
export function newestOnly<News extends { revision: number }>(pass: (news: News) => void): (news: News) => void {
  let newest = -1;
  return (news) => {
    if (news.revision <= newest) return;
    newest = news.revision;
    pass(news);
  };
}
