rm SOURCES.md
