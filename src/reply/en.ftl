# The English sentences. Every key stands in fr.ftl as well; a test compares the two and looks for keys
# that no code uses.

## How sure a fact is
status-planned = planned
status-planned-derived = planned, partly inferred
status-partly-planned = partly planned
status-announced-then = announced at the time
status-reported = reported
status-reported-by = reported by { $who }
status-rumoured = rumoured
status-opinion = opinion
status-opinion-of = opinion of { $who }
status-denied = denied
status-derived = inferred
standing-confirmed = confirmed; the articles tell it as a fact.
standing-status = { $status }.
standing-status-dated = { $status } ({ $date }).
standing-since-superseded = since superseded
standing-disputed = the articles disagree
standing-conflict = { $claim } ({ $source })
note = { $name }: { $text }
note-status = Status
note-derived = Inferred
note-superseded = Since superseded
note-conflict = The articles disagree; elsewhere
note-outcome = How it turned out
note-said-in = This is said in

## Where it was read
source-line = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
}
source-article = { $article }, { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
source-separator = {"; "}
source-none = Source: none
article-dated = { $label } ({ $date })
article-undated = { $label } (undated)

## Values
value-yes = yes
value-no = no
value-some = one that is not named
value-none = none
value-more-than = more than { $amount }
value-about = about { $amount }
label-value = { $label }: { $value }

## Amounts
percent = { $number }%
clock = { $hour }:{ $minute }
day-and-time = { $day } at { $time }
bad-option = “{ $typed }” does not fit the option “{ $option }”. Choose { $choices }.

## Topics
topic-teams = Teams
topic-people = People
topic-series = The series
topic-episodes = Episodes
topic-race = The race
topic-makers = Makers and broadcasters
topic-other-docuseries = Other docuseries and films
topic-coverage = The articles

## Teams
teams-title = The teams
teams-featured = Followed by the series ({ $count })
teams-declined = Refused ({ $count })
teams-talks = Only said to be in the talks ({ $count })
teams-none = The articles name no team.

## Series, episodes, people
series-title = The series in short
series-none = I have no overview of the series.
episode-missing = { $count ->
    [0] The articles number no episodes.
    [one] There is only one episode, so no episode { $number }.
   *[other] There are { $count } episodes, so no episode { $number }. Choose a number from 1 to { $count }.
}
episode-not-a-number = “{ $typed }” is not the number of an episode. Type a number, as in /episode 1.
episode-which = Which episode do you mean? Type its number, as in /episode 1.
known-absent = What the articles do not say about { $name }
unknown-name = The articles mention nobody and nothing like “{ $typed }”.
unknown-name-near = The articles mention no “{ $typed }”. The nearest { $count ->
    [one] name is { $names }.
   *[other] names are { $names }.
}
unknown-team = None of the articles mentions a team called “{ $typed }”.
unknown-team-near = None of the articles mentions a team called “{ $typed }”. The nearest { $count ->
    [one] name is { $names }.
   *[other] names are { $names }.
}
who-empty = Who do you mean? Type a name, as in /who { $example }.
entity-only-named = The articles mention { $name } and say nothing more.

## Timeline
timeline-title = Timeline
timeline-line = { $date }: { $claim }
timeline-at-title = What was known on { $date }
timeline-at-none = Nothing yet: the earliest dated article is from { $first }.
timeline-at-note = Articles without a date are left out here, because nobody can tell when they appeared. The sentences themselves were written later.
timeline-bad-date = I can’t read “{ $typed }” as a date. Type it as in /timeline 2022-03-15.

## Rumours
rumours-title = What was said early, and how it turned out
rumours-none = Nothing in the articles was a mere rumour.

## Sources
sources-title = The articles
sources-line = [{ $number }] { $article }, in { $language ->
    [fr] French
   *[en] English
}, { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
sources-publisher = Publisher: { $publisher }.
sources-paragraph = Paragraph { $number }
sources-no-fact = No fact: { $reason }.
sources-unknown = There is no article “{ $typed }”. Type a number from 1 to { $count }.

## Help
help-title = What you can type
help-text = Every answer says how sure the articles are and where they say it. A number in square brackets stands for an article: [1 § 2] is article 1, paragraph 2.
about-title = Roadbook
about-text = I know one docuseries by heart: { $subject }. I answer questions about it and run quizzes on it, in English and in French.
about-counts = Everything I say comes from { $articles } articles: { $statements } facts, each with its source, and { $absences } questions that the articles leave open. I add nothing of my own.
about-version = Version { $version }, fact set { $facts }. Open source, MIT licence.
unknown-command = There is no command “{ $typed }”. Type /help to see them all.
unknown-command-near = There is no command “{ $typed }”. Did you mean { $names }?

## Answers
failed = Something went wrong on my side: nothing was saved, and nothing counts. It was noted. Please try again in a moment.
ask-empty = Ask me something about { $subject }.
ask-too-long = That text is too long. Please ask in one sentence of at most { $most } characters.
ask-off-topic = That doesn’t seem to be about { $subject }, so I can’t answer it. /help shows what I can do.
ask-greeting = Hello. Ask me anything about { $subject }. /help shows what else I can do.
ask-thanks = You’re welcome.
ask-help = I answer questions about { $subject } and run quizzes on it. /help shows everything that I can do.
ask-unknown = I find no answer to that in the articles.
ask-unsure = I am not sure that the articles answer that.
ask-nearest = The nearest thing that they do say: { $claim }
ask-yes = Yes.
ask-no = No.
ask-said-in = This is said in: { $source }.
ask-others = These are the others.
ask-also = The articles also say:
ask-which = Which of these do you mean?

## Quiz
quiz-title = Question { $number } of { $count }
quiz-how-one = Answer with a letter.
quiz-how-several = Answer with all the letters that are right, as in { $example }.
quiz-how-order = Answer with the letters in order, as in { $example }.
quiz-how-pairs = Answer with the number and letter of each pair, as in { $example }.
quiz-how-number = Answer with a number; the closest wins.
quiz-how-name = Type the answer; small slips are forgiven.
quiz-how-surest = Answer with a letter; where articles differ, the surest one counts.
quiz-how-time = You have { $seconds } seconds.
quiz-how-calm = Take your time.
quiz-true-or-false = True or false? { $claim }
quiz-true = true
quiz-false = false
quiz-claims = Which of these claims are true?
quiz-rumour-or-fact = Fact, rumour or never said? { $claim }
quiz-fact = told as a fact
quiz-unsure = only planned, expected, reported or rumoured
quiz-never = said by no article
quiz-order = Put these in chronological order, the earliest first.
quiz-dates = Match each event with its date.
quiz-gather-title = { $name } is setting up a quiz round
quiz-gather-what = { $count ->
    [one] One question
   *[other] { $count } questions
}, { $mode } mode.
quiz-gather-option = { $option }: { $value }.
quiz-gather-players = Playing: { $names }.
quiz-gather-how = It begins in { $seconds } seconds. Type /quiz join to play along, /quiz begin to start at once, /quiz set to change it.
quiz-you-are-in = You are in. The round begins in a moment.
quiz-arranged = The round is set up that way now.
quiz-arranged-otherwise = The set-up of the round has changed.
quiz-set-how = Choose how to play; what you don’t choose stays as it is.
quiz-set-count = { $count } questions
quiz-set-empty = There is no question of that kind on that topic. Choose another kind or another topic.
quiz-not-begun = The round has not begun yet: its first question comes in a moment.
quiz-begun-already = The round has already begun.
quiz-not-yours = Only { $name }, who set the round up, or a moderator can do that.
quiz-started = { $name } starts a round: { $count ->
    [one] one question
   *[other] { $count } questions
}, { $mode } mode.
quiz-started-join = Type /quiz join to play along, or just answer.
quiz-started-others = A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.
quiz-replayed = { $name } replays { $count ->
    [one] the question that nobody got right
   *[other] the { $count } questions that nobody got right
}.
quiz-noted = Your answer: { $answer }. You can change it until the question closes.
quiz-noted-race = Your answer: { $answer }. In a race you get only one try.
quiz-chosen = { $name } has answered ({ $answered } of { $of }).
quiz-changed = { $name } has changed their answer ({ $answered } of { $of }).
quiz-joined = { $name } has joined the round.
quiz-left = { $name } has left the round.
quiz-near = Close, but not quite. Check the spelling and try again.
quiz-still-open = Question { $number } is still open. { $how }
quiz-letter-text = { $letter } ({ $text })
quiz-hint-not = { $letter } is wrong. A right answer is now worth half the points.
quiz-hint-first = { $letter } comes first. A right answer is now worth half the points.
quiz-hint-pair = { $number } goes with { $letter }. A right answer is now worth half the points.
quiz-hint-initial = It begins with { $initial } and has { $count } letters. A right answer is now worth half the points.
quiz-skip-votes = { $votes } of { $needed } votes to skip this question.
quiz-skipped = The question was skipped; nobody scores.
quiz-answer = The answer is { $letter }: { $text }.
quiz-answers = { $count ->
    [one] The only right one is { $keys }.
   *[other] The right ones are { $keys }.
}
quiz-answer-order = The answer is { $order }.
quiz-answer-typed = The answer: { $text }.
quiz-scored = { $name } (+{ $points })
quiz-scored-with = { $name } with { $guess } (+{ $points })
quiz-right-who = Correct: { $names }.
quiz-closest-who = Closest: { $names }.
quiz-nobody-right = Nobody got it right.
quiz-not-right = Not right.
quiz-nobody-answered = Nobody answered.
quiz-streak = { $name } has { $count } in a row.
quiz-out = { $count ->
    [one] { $names } is out.
   *[other] { $names } are out.
}
quiz-why-wrong = Why the other answers are wrong
quiz-why = What the articles say
quiz-reason = { $letters }: { $reason }
quiz-reason-never = No article says so. What they do say:
quiz-over = The round is over.
quiz-over-stopped = The round was stopped.
quiz-over-deserted = Two questions in a row went unanswered, so the round is over.
quiz-score = { $place }. { $name }: { $points ->
    [one] { $points } point
   *[other] { $points } points
} ({ $right } of { $of } right)
quiz-lives = , { $lives ->
    [0] out
    [one] 1 life left
   *[other] { $lives } lives left
}
quiz-fastest = Fastest right answer: { $name }, question { $number }, after { $seconds } s.
quiz-longest-streak = Longest streak: { $names } with { $count } in a row.
quiz-hardest = Hardest question: number { $number }, answered right by { $right } of { $of }.
quiz-missed = What nobody got right
quiz-replay-how = Type /quiz replay for another try.
quiz-running = A round is already running here. Type /quiz join to play along, or /quiz stop to end it.
quiz-none-running = No round is running here. Start one with /quiz.
quiz-none-missed = There is nothing to replay here: no round has ended yet, or every question was answered right by somebody.
quiz-plays-already = You are already in the round.
quiz-plays-not = You are not in this round. Join it with /quiz join.
quiz-you-are-out = You are out of this round. Wait for the next one.
quiz-too-late-to-join = In an elimination round nobody can join after the first question. Wait for the next round.
quiz-too-late = Too late: the time for that question is up.
quiz-stale = That button belongs to a round or a question that is over.
quiz-none-of-these = That is none of the answers to this question.
quiz-just-closed = That question closed a moment before your answer came. It does not count against you.
quiz-one-try = In a race everybody gets one try.
quiz-no-hint = There is no hint for this question, or none is left.
quiz-voted-already = You have already voted to skip.
quiz-stop-who = Only { $name }, who started the round, or a moderator can stop it.
quiz-stop-moderators = Only a moderator can stop this round.
quiz-moderators-start = In this server, only moderators can start rounds. /practice is open to you.
quiz-elsewhere = In this server, rounds are played in { $channels }.
quiz-elsewhere-allow = To allow them here as well, type /settings allow-channel:{ $channel }.
quiz-scheduled = It is time for a round: { $count ->
    [one] one question
   *[other] { $count } questions
}. Just answer to play along.
quiz-no-option = There is no such option. Choose { $letters }.
quiz-not-all-once = Name each option once, as in { $example }.
quiz-not-a-number = “{ $typed }” is not a number. Type one, as in 42.
quiz-bad-count = “{ $typed }” is not a possible number of questions. Choose from 1 to { $most }.
quiz-bad-pace = “{ $typed }” is not a possible pace. Choose from 50 to 400, in percent of the usual time.
quiz-empty = There is no question of that kind on that topic, but there are { $others } others. Leave out one of the options.
quiz-fewer = { $count ->
    [one] There is only one question of that kind.
   *[other] There are only { $count } questions of that kind.
}
quiz-rating = { $name } now has a rating of { $rating }.
practice-title = Practice
practice-none = There is nothing of that kind to practise.
practice-how = You play alone: what you miss comes back soon, what you know comes back later. /practice stop ends it.
practice-over = Practice is over: { $right } of { $count } right.
practice-next = { $count ->
    [0] Nothing comes up again within a day.
    [one] One fact comes up again within a day.
   *[other] { $count } facts come up again within a day.
}
practice-running = You are already practising. /practice stop ends it.
practice-not-running = You are not practising. Start with /practice.

## Daily challenge
daily-title = Daily challenge of { $date }
daily-how = { $count ->
    [one] One question
   *[other] { $count } questions
}, the same for everybody today. Only you see your answers, and nothing hurries you: if you are called away, /daily picks up where you left off. Points count on the leaderboard across all servers.
daily-goes-on = Your challenge of { $date } goes on.
daily-over = That was the challenge of { $date }: { $right } of { $count } right.
daily-played = You have played the challenge of { $date }: { $right } of { $count } right.
daily-grid = Roadbook { $day } { $right }/{ $count }
    { $marks }
daily-streak = { $count ->
    [one] Your streak: one day.
   *[other] Your streak: { $count } days in a row.
}
daily-best = { $count ->
    [one] Your longest streak: one day.
   *[other] Your longest streak: { $count } days.
}
daily-next = Days are counted in UTC: the next challenge comes at 00:00 UTC.
daily-waits = Today’s challenge is waiting: type /daily.
daily-yesterday-how = /daily yesterday shows yesterday’s questions with their answers.
daily-none = There is no challenge today: I have no question for it.
daily-given-up = Today’s challenge ended before its last question. The next one comes at 00:00 UTC.
daily-yesterday-title = Yesterday’s challenge, { $date }
daily-yesterday-own = You got { $right } of { $count } right: { $marks }
daily-yesterday-running = You are still playing that challenge. Type /daily to go on with it; its answers come afterwards.
daily-yesterday-none = There was no challenge yesterday.
daily-question = Question { $number }
daily-shared = { $name } has played the daily challenge. Type /daily to play it too.
daily-shared-streak = { $count } days in a row.
daily-not-played = You have not finished that challenge, so there is nothing to share.
daily-bad-day = “{ $typed }” is not a day that I can show. Type /daily, or /daily yesterday.
day-today = today
day-yesterday = yesterday

## Reports
report-noted = Thank you. Your report on the question “{ $question }” is noted, and whoever runs me will look at it.
report-none = There is nothing to report here: no question has ended yet.
report-gone = That question is not kept any more, so it can’t be reported.
report-too-long = That report is too long. Please use at most { $most } characters.

## Boards and statistics
board-title = Leaderboard: { $measure }, { $period }, { $scope }
board-here = in this server
board-all = everywhere
board-today = today
board-week = this week
board-month = this month
board-all-time = all time
board-points = points
board-accuracy = accuracy
board-streak = longest streak
board-rating = rating
board-line = #{ $place } { $who }: { $value }
board-somebody = somebody
board-value-points = { $count ->
    [one] { $number } point
   *[other] { $number } points
}
board-value-accuracy = { $percent } right
board-value-streak = { $number } in a row
board-own = { $who }: place { $place } of { $players }, { $value }
board-own-none = { $who } is not on this board yet.
board-hidden = You have opted out of the boards across all servers, so only you see this place.
board-fewest = Accuracy counts from { $fewest } answers up.
board-utc = Days, weeks and months are those of UTC.
board-empty = Nobody is on this board yet. Start a round with /quiz.
board-no-server = This is not a server, so it has no board of its own. Leave out the option “scope”.
board-bad-page = “{ $typed }” is not a page. Type a number from 1 up.
board-no-such-page = { $count ->
    [one] There is only one page.
   *[other] There are only { $count } pages; this is the last one.
}
board-page = Page { $page } of { $count }; { $typed } shows the next.
board-page-last = Page { $page } of { $count }, the last one; { $typed } shows the first.
stats-title = Your statistics
stats-none = You have not completed a question in a round yet, so there is nothing to count. Start one with /quiz.
stats-rounds = Rounds: { $rounds }
stats-right = Right: { $right } of { $questions } ({ $percent })
stats-points = Points: { $points }
stats-time = Average time to answer: { $seconds } s
stats-streak = Right in a row: { $now } now, { $best } at best
stats-rating = Rating: { $rating }
stats-daily = Days in a row with the daily challenge: { $now } now, { $best } at best
stats-topics = By topic
stats-difficulties = By difficulty
stats-tally = { $name }: { $right } of { $questions } ({ $percent })
stats-ratings = Rating by day
stats-rated-on = { $day }: { $rating }
stats-badges = Badges
stats-no-badges = No badge yet. One to aim for first: get every question right in a round of five or more.
badge-perfect = Clean ride: every question right in a round of five or more
badge-run = Breakaway: ten right answers in a row
badge-daily = Seven stages: the daily challenge on seven days in a row
badge-all-round = All-rounder: 80% right on every topic, with ten questions or more on each
badge-climber = High mountains: 75% right on twenty hard questions or more
badge-hundred = Century: a hundred right answers
badge-leader = In the lead: first on a board of three people or more
stats-title-other = Statistics
stats-of = What the all-time boards show for { $who }:
stats-done = What { $who } has done so far:
stats-here = In this server
stats-everywhere = Everywhere
stats-place = { $measure }: { $value } (place { $place } of { $players })
stats-none-of = There is nothing to show for { $who } here.

## Settings
settings-saved = Saved.
settings-title = Settings of this server
settings-no-server = These settings belong to a server, and this is not one. /me shows your own.
settings-managers-only = Only people who may manage this server can see and change its settings.
settings-lang-automatic = Language: rounds are in the language of whoever starts them.
settings-lang-en = Language: rounds are in English, and so are answers to people whose language I can’t tell.
settings-lang-fr = Language: rounds are in French, and so are answers to people whose language I can’t tell.
settings-channels-all = Channels: rounds can be started in all of them.
settings-channels = Channels: rounds can be started only in { $channels }.
settings-channels-most = No more than { $most } channels can be named.
settings-channel-both = You named the same channel to allow and to remove. Name it for one of the two.
settings-channel-unknown = { $channel } is not one of the channels that rounds are limited to, so there is nothing to remove.
settings-rounds = Rounds, unless told otherwise: { $count ->
    [one] one question
   *[other] { $count } questions
}, { $difficulty } difficulty, { $pace } of the usual time.
settings-spoilers-shown = Spoilers: what gives away how the race ended is shown.
settings-spoilers-covered = Spoilers: what gives away how the race ended is covered until you uncover it, and rounds don’t ask about it.
settings-starters-everybody = Who starts rounds: everybody.
settings-starters-moderators = Who starts rounds: moderators only.
settings-schedule = Schedule: a round starts by itself every { $days } at { $time } ({ $zone }) in { $channel }. The next one: { $next }.
settings-schedule-none = Schedule: no round starts by itself.
settings-which-time = At what time? Type it as in /settings schedule time:20:30 days:Monday zone:Europe/Paris.
settings-schedule-how = To change it, name a time and days, as in /settings schedule time:20:30 days:Monday zone:Europe/Paris. /settings schedule off:yes ends it.
settings-bad-time = I can’t read “{ $typed }” as a time of day. Type one, as in 20:30.
settings-bad-days = I can’t read “{ $typed }” as days of the week. Type, for example, Monday Friday, or every day.
settings-bad-zone = I know no time zone called “{ $typed }”. Type a name such as Europe/Paris.
settings-bad-zone-near = I know no time zone called “{ $typed }”. Did you mean { $names }?
settings-forget-sure = This deletes all that I keep about this server: settings, boards, rounds, and which questions it has seen. What people did here stays in their own statistics, without any link to the server. It can’t be undone.
settings-forget-do = Forget this server
settings-forget-how = To confirm, type /settings forget confirm:yes.
settings-forgotten = All that I kept about this server is deleted.
day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
days-all = day
days-all-typed = all every day days daily
days-work-typed = weekdays, weekday, on weekdays, every weekday, working days
days-weekend-typed = weekend, weekends, the weekend, at weekends, week-end
days-and = and
me-title = Your own settings
me-lang-automatic = Language: the one that your app is set to.
me-lang-en = Language: English, everywhere.
me-lang-fr = Language: French, everywhere.
me-pace-usual = Time for a question: the usual time.
me-pace = Time for a question: { $percent } of the usual time. In a round with others, each question that opens while you play gives everybody that much.
me-boards-shown = Boards: you appear on those across all servers.
me-boards-hidden = Boards: you appear on those of the servers that you play in, but not on those across all servers.
me-rating-told = Rating: yours is announced at the end of a round.
me-rating-quiet = Rating: yours is not announced at the end of a round.
me-bad-pace = “{ $typed }” is not a possible pace of your own. Choose from 100 to { $most }, in percent of the usual time.

## Privacy
privacy-title = What I keep about you
privacy-nothing = Nothing about you is stored.
privacy-kept = Stored under your id
privacy-rounds = { $count ->
    [one] One round in which you stand with your name: for 90 days after its end
   *[other] { $count } rounds in which you stand with your name: for 90 days after their end
}
privacy-names = { $count ->
   *[other] The name under which you played last, for the boards of all servers: until you delete it
}
privacy-answers = { $count ->
    [one] One answer in a round, as you gave it: for 90 days after the round
   *[other] { $count } answers in rounds, as you gave them: for 90 days after the round
}
privacy-results = { $count ->
    [one] The result of one of your answers: for 90 days
   *[other] The results of { $count } of your answers: for 90 days
}
privacy-sums = { $count ->
    [one] One running total, for boards and statistics: until you delete it
   *[other] { $count } running totals, for boards and statistics: until you delete them
}
privacy-feats = { $count ->
    [one] One achievement, for badges: until you delete it
   *[other] { $count } achievements, for badges: until you delete them
}
privacy-ratings = { $count ->
    [one] Your rating: until you delete it
   *[other] { $count } ratings: until you delete them
}
privacy-cards = { $count ->
    [one] One fact that you practise, and when it comes up again: until you delete it
   *[other] { $count } facts that you practise, and when they come up again: until you delete them
}
privacy-daily = { $count ->
    [one] One daily challenge: until you delete it
   *[other] { $count } daily challenges: until you delete them
}
privacy-reports = { $count ->
    [one] One report of a question: until you delete it
   *[other] { $count } reports of questions: until you delete them
}
privacy-settings = { $count ->
    [one] Your own settings: until you delete them
   *[other] { $count } settings of your own: until you delete them
}
privacy-memory = What you last asked about is remembered for five minutes and never stored.
privacy-how = /privacy export gives you everything, /privacy delete deletes it all at once.
privacy-exported = Everything that is stored about you:
privacy-file = Everything that Roadbook stores about you, as JSON
privacy-delete-sure = This deletes everything that is stored about you, everywhere and at once: answers, points, ratings, settings. You leave all boards, and a round that is running goes on without you. It can’t be undone.
privacy-delete-do = Delete everything
privacy-delete-how = To confirm, type /privacy delete confirm:yes.
privacy-deleted = Everything that was stored about you is deleted.

## Commands: name, description, options
command-teams = teams
command-teams-is = The teams followed, those that refused, those only in the talks; or all about one team
option-team = team
option-team-is = the name of a team
command-series = series
command-series-is = The series in short: title, makers, teams, episodes, release
command-episode = episode
command-episode-is = What the articles say of an episode
option-number = number
option-number-is = the number of the episode
command-who = who
command-who-is = All about a person, a company or another name in the articles
option-name = name
option-name-is = a name
command-timeline = timeline
command-timeline-is = Everything in chronological order; or what was known on a given day
option-at = at
option-at-is = a day, such as 2022-03-15
command-rumours = rumours
command-rumours-is = What was said early, and how it turned out
command-sources = sources
command-sources-is = The articles that everything comes from
option-article = article
option-article-is = the number or the name of an article
command-ask = ask
command-ask-is = Ask anything about the series
option-question = question
option-question-is = your question
command-quiz = quiz
command-quiz-is = Start a quiz round here
command-quiz-join = quiz join
command-quiz-join-is = Play along in the round that is running
option-count = count
option-count-is = how many questions
option-format = format
option-format-is = the kind of question
option-difficulty = difficulty
option-difficulty-is = easy, medium or hard
option-topic = topic
option-topic-is = what the questions are about
option-mode = mode
option-mode-is = classic, race, elimination or relaxed
option-bonus = bonus
option-bonus-is = whether fast answers score more: yes or no
option-pace = pace
option-pace-is = how much time there is, in percent of the usual
command-quiz-begin = quiz begin
command-quiz-begin-is = Begin the round that players are gathering for
command-quiz-set = quiz set
command-quiz-set-is = Change the set-up of the round before it begins
option-lobby = lobby
option-lobby-is = whether players gather before it begins: yes or no
command-quiz-leave = quiz leave
command-quiz-leave-is = Leave the round that is running
command-quiz-hint = quiz hint
command-quiz-hint-is = Take a hint, at half the points
command-quiz-skip = quiz skip
command-quiz-skip-is = Vote to skip the question
command-quiz-translate = quiz translate
command-quiz-translate-is = Show the open question in your language
command-quiz-replay = quiz replay
command-quiz-replay-is = Play once more what nobody got right
command-practice = practice
command-practice-is = Practise alone; what you miss comes back
command-practice-stop = practice stop
command-practice-stop-is = End your practice
command-daily = daily
command-daily-is = Five questions a day, the same for everybody
option-day = day
option-day-is = today, or yesterday with the answers
command-report = report
command-report-is = Report a problem with the last question
option-words = words
option-words-is = what is wrong with it
command-leaderboard = leaderboard
command-leaderboard-is = Who stands where: by points, accuracy, longest streak or rating
option-period = period
option-period-is = today, week, month or all-time
option-scope = scope
option-scope-is = this server, or everywhere
option-measure = measure
option-measure-is = what is compared
option-page = page
option-page-is = which page
command-stats = stats
command-stats-is = What you have done so far; or what boards show for somebody else
option-member = member
option-member-is = somebody else
command-me = me
command-me-is = Your own settings: language, time, boards, rating
option-lang = language
option-lang-is = English, French, or automatic
option-boards = boards
option-boards-is = whether you appear on the boards across all servers
option-rating = rating
option-rating-is = whether your rating is announced at the end of a round
command-settings = settings
command-settings-is = The settings of this server, for those who manage it
option-spoilers = spoilers
option-spoilers-is = whether what gives away how the race ended is shown or covered
option-starters = who-starts
option-starters-is = who may start rounds
option-allow = allow-channel
option-allow-is = a channel in which rounds may be started; without any, they may in all
option-bar = remove-channel
option-bar-is = a channel in which rounds may no longer be started
command-settings-schedule = settings schedule
command-settings-schedule-is = When a round starts by itself
option-time = time
option-time-is = a time of day, such as 20:30
option-days = days
option-days-is = days of the week, such as Monday Friday; if you name none, as before or every day
option-zone = zone
option-zone-is = the time zone, such as Europe/Paris
option-channel = channel
option-channel-is = the channel to play in; this one if you name none
option-off = off
option-off-is = yes, to stop starting rounds by itself
command-settings-forget = settings forget
command-settings-forget-is = Delete everything that is kept about this server
option-confirm = confirm
option-confirm-is = yes, to confirm
command-privacy = privacy
command-privacy-is = What is kept about you, and for how long
command-privacy-export = privacy export
command-privacy-export-is = Everything that is kept about you, as a file
command-privacy-delete = privacy delete
command-privacy-delete-is = Delete everything that is kept about you
command-quiz-stop = quiz stop
command-quiz-stop-is = End the round
command-help = help
command-help-is = What you can type
command-about = about
command-about-is = What this bot is

## Formats and difficulties
any = any
format-choice = choice
format-true-or-false = true-or-false
format-rumour-or-fact = rumour-or-fact
format-pick-all = pick-all
format-order = order
format-match = match
format-number = number
format-typed = typed
difficulty-easy = easy
difficulty-medium = medium
difficulty-hard = hard
difficulty-mixed = mixed
theme-teams = teams
theme-people = people
theme-series = series
theme-episodes = episodes
theme-race = race
theme-makers = makers
theme-other-docuseries = others
theme-rumours = rumours
mode-classic = classic
mode-race = race
mode-elimination = elimination
mode-relaxed = relaxed
bonus-yes = yes
bonus-no = no
choice-yes = yes
choice-no = no
period-today = today
period-week = week
period-month = month
period-all-time = all-time
scope-server = server
scope-everywhere = everywhere
measure-points = points
measure-accuracy = accuracy
measure-streak = streak
measure-rating = rating
language-automatic = automatic
language-en = English
language-fr = French
boards-shown = shown
boards-hidden = hidden
rating-told = announced
rating-quiet = quiet
spoilers-shown = shown
spoilers-covered = covered
starters-everybody = everybody
starters-moderators = moderators

## Discord
discord-start = start
discord-change = change
discord-show = show
discord-ask-about = Ask Roadbook about this
discord-stale = That no longer works. Please use the command again.
discord-no-text = That message has no words that I could look up.
discord-page = { $number } of { $count }
discord-page-before = Previous page
discord-page-after = Next page
discord-choose = Choose a question
discord-episode = Episode { $number }
discord-several = Choose all that are right
discord-order = Choose the order
discord-type = Type the answer
discord-paused = Roadbook is restarting. The round is saved and goes on in a moment, with the time that is left.
discord-form = Your answer
discord-form-answer = As the question asks for it
discord-join = Join
discord-begin = Begin now
discord-set = Settings
discord-share = Share
discord-report = Report question { $number }
discord-report-title = Question { $number }: what is wrong?
discord-report-words = In a few words
discord-hint = Hint
discord-skip = Skip
discord-translate = Translate
discord-stop = Stop
discord-again = Play again
discord-replay = Replay missed questions

## Terminal
chat-welcome = This is Roadbook, about { $subject }. Ask a question, or type /help. To leave, type /quit.
chat-leave-how = To leave, type /quit or press Ctrl-D.
chat-as = You now speak as { $name }.
chat-as-empty = Type a name, as in /as Marie.
chat-lang = I now speak English.
chat-lang-bad = I only speak English and French. Type /lang en or /lang fr.
chat-set-how = What stands in brackets is chosen now. To change something, type it, as in /quiz set count:10 difficulty:hard.
chat-bye = Goodbye.
chat-player = Player 1
chat-command-as = Speak as another player
chat-command-lang = Change the language: en or fr
chat-command-quit = Leave
chat-command-wait = Let so many seconds pass
chat-waited = { $seconds ->
    [one] One second passes.
   *[other] { $seconds } seconds pass.
}
chat-wait-bad = Type how many seconds are to pass, as in /wait 30; an hour at most.
chat-goes-on = Your round goes on where it stopped.
chat-seconds-left = { $seconds } seconds left.
chat-too-long = That line is longer than { $most } characters and was ignored.
