//! Peers in Rust: `peers jieba|daachorse|aho FILE [ENTRIES]`.
//!
//! FILE holds documents, each ended by a NUL; ENTRIES a word a line. For each line on standard input
//! reads all documents once and prints the seconds that took and how much was found.
use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = String::from_utf8(std::fs::read(&args[2]).expect("documents")).expect("UTF-8");
    let documents: Vec<&str> = text.split('\0').filter(|d| !d.is_empty()).collect();
    let words = || -> Vec<String> {
        let list = std::fs::read_to_string(&args[3]).expect("entries");
        list.lines().map(str::to_string).collect()
    };
    match args[1].as_str() {
        "jieba" => {
            let jieba = jieba_rs::Jieba::new();
            serve(|| documents.iter().map(|d| black_box(jieba.cut(d, true)).len()).sum());
        }
        "daachorse" => {
            let automaton: daachorse::CharwiseDoubleArrayAhoCorasick<u32> =
                daachorse::CharwiseDoubleArrayAhoCorasick::new(words()).expect("automaton");
            serve(|| {
                let found = |d: &&str| automaton.find_overlapping_iter(*d).map(black_box).count();
                documents.iter().map(found).sum()
            });
        }
        "aho" => {
            let automaton = aho_corasick::AhoCorasick::new(words()).expect("automaton");
            serve(|| {
                let found = |d: &&str| automaton.find_overlapping_iter(*d).map(black_box).count();
                documents.iter().map(found).sum()
            });
        }
        other => panic!("no peer {other}"),
    }
}

fn serve(mut pass: impl FnMut() -> usize) {
    println!("ready");
    io::stdout().flush().unwrap();
    for _ in io::stdin().lock().lines() {
        let start = Instant::now();
        let found = pass();
        println!("{:.9} {}", start.elapsed().as_secs_f64(), found);
        io::stdout().flush().unwrap();
    }
}
