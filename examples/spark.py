"""Posts from a folder of JSON Lines {"id": …, "text": …} on Apache Spark, into a folder of Parquet.

    spark-submit examples/spark.py news/ posts/

Each worker needs `pip install pyarrow pandas` and zhiguan (lib/bindings/python).
"""
import sys

import zhiguan.spark
from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("zhiguan").getOrCreate()
news = spark.read.json(sys.argv[1])
posts = zhiguan.spark.extract(news, text_col="text", id_col="id")
posts.where("kind = 'post'").write.mode("overwrite").parquet(sys.argv[2])
