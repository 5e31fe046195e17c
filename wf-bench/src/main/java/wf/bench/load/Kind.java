package wf.bench.load;

/** What people do, and what it may take: a tenth of the reference times, and ten times that for one in a hundred. */
enum Kind {
    CREATE("create", 150), SUBMIT("submit", 130), OPEN("open", 30), FINAL_SUBMIT("final submit", 110), LIST("list", 0), SIGN_ON("sign on", 0);

    final String words;
    /** Milliseconds for the median; 0 where nothing is asked. */
    final int median;

    Kind(String words, int median) {
        this.words = words;
        this.median = median;
    }
}
